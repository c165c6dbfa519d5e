namespace Signposting.Usage.Contacts;

/// <summary>Numbers of events.</summary>
public readonly record struct Events(long Searches, long Signposts)
{
    public static Events operator +(Events left, Events right) => new(left.Searches + right.Searches, left.Signposts + right.Signposts);

    public static Events Add(Events left, Events right) => left + right;
}
