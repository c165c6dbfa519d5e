namespace Signposting.Api.Opportunities;

/// <summary>A parameter of <c>/v1/opportunities</c> and the addresses under it: what checking a request and describing it in the contract both need.</summary>
internal sealed record SearchParameter
{
    public required string Name { get; init; }

    /// <summary>What it means, for the contract.</summary>
    public required string Description { get; init; }

    public required string Example { get; init; }

    public ParameterForm Form { get; init; } = ParameterForm.Text;

    /// <summary>The words it takes, when it takes no others.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public string? Default { get; init; }

    /// <summary>The address does not answer without it.</summary>
    public bool Required { get; init; }

    public bool Repeatable { get; init; }

    /// <summary>How often it may stand, when it is repeatable.</summary>
    public int MostRepeats { get; init; } = SearchLimits.MostRepeats;

    /// <summary>Where a word stands among <see cref="Words"/>; -1 when it is none of them.</summary>
    public int IndexOf(string word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i] == word)
                return i;
        }

        return -1;
    }

    /// <summary>False: the contract names it, but this version cannot answer it and says so.</summary>
    public bool Supported { get; init; } = true;
}

internal enum ParameterForm
{
    Text,
    Number,
    WholeNumber,
    Time,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary><c>HH:mm</c> in Europe/London.</summary>
    Clock,
}
