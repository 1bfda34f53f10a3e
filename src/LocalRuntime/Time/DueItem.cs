namespace LocalRuntime.Time;

/// <summary>One thing that will happen: <paramref name="Kind"/> is <c>timer</c>, <c>queue</c> or <c>orchestration</c>, <paramref name="Why"/> a sentence for a person.</summary>
public sealed record DueItem(string Kind, string Name, DateTimeOffset At, string Why);

/// <summary>A part of the runtime that can tell what it waits for.</summary>
public interface IDueSource
{
    /// <summary>The next <paramref name="most"/> items in order of time.</summary>
    IReadOnlyList<DueItem> Due(int most);
}
