namespace Signposting.Api.Tests.Running;

/// <summary>A clock that stands still until it is moved. A Wednesday in British summer time.</summary>
internal sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero);

    private long _ticks = start.UtcTicks;

    public FakeTime() : this(Start) { }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
