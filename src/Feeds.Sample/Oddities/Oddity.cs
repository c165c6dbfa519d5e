using System.Text.Json.Nodes;

namespace Feeds.Sample.Oddities;

/// <summary>Makes a record odd, if it has what it takes.</summary>
/// <param name="data">The <c>data</c> of an item, changed in place.</param>
/// <param name="dice">Decides what the rate leaves open.</param>
internal delegate void MakeOdd(JsonObject data, ref Dice dice);

/// <summary>One way in which published records break.</summary>
/// <param name="Name">What it is, as in the README.</param>
/// <param name="Per100000">Of so many records that it can befall.</param>
/// <param name="Apply">Makes it so.</param>
internal sealed record Oddity(string Name, int Per100000, MakeOdd Apply);
