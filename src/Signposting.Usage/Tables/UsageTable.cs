namespace Signposting.Usage.Tables;

/// <summary>One of the fixed tables; there is one object for each.</summary>
public sealed class UsageTable
{
    private UsageTable(string name, string description, params string[] dimensions) => (Name, Description, Dimensions) = (name, description, dimensions);

    public static UsageTable ByCondition { get; } = new("by-condition", "Contacts by condition. A contact with several conditions counts in each of their rows.", "condition");

    public static UsageTable ByArea { get; } = new("by-area", "Contacts by where the person lives. A contact counts in one row of each level.", "level", "area", "within");

    public static UsageTable ByDeprivation { get; } = new("by-deprivation", "Contacts by decile of the Index of Multiple Deprivation of the person's area. A contact counts in one row.", "decile");

    public static UsageTable ByActivity { get; } = new("by-activity", "Contacts by activity that was searched for, looked at or signposted to. A contact counts in each of its rows; searches and signposts are those that name the activity.", "activity");

    public static UsageTable ByProvider { get; } = new("by-provider", "Contacts by provider whose opportunities were looked at or signposted to. A contact counts in each of its rows; searches are those of these contacts, signposts those to the provider.", "provider");

    public static UsageTable ByChannel { get; } = new("by-channel", "Contacts by what was used. A contact counts in each of its rows.", "channel");

    public static UsageTable ByConditionAndDeprivation { get; } = new("by-condition-and-deprivation", "Contacts by condition and decile of deprivation. Conditions and deciles that are suppressed in the tables of their own are not listed.", "condition", "decile");

    public static UsageTable UnmetDemand { get; } = new("unmet-demand", "Contacts of whom no search found three suitable opportunities, by area, condition and distance of the nearest suitable one. Areas and conditions that are suppressed in the tables of their own are not listed.", "area", "condition", "nearest");

    /// <summary>In the order of the contract.</summary>
    public static IReadOnlyList<UsageTable> All { get; } = [ByCondition, ByArea, ByDeprivation, ByActivity, ByProvider, ByChannel, ByConditionAndDeprivation, UnmetDemand];

    public string Name { get; }

    /// <summary>What it says, for a data dictionary.</summary>
    public string Description { get; }

    /// <summary>Names of its dimensions, in order.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Null: there is none of this name.</summary>
    public static UsageTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);

    public override string ToString() => Name;
}
