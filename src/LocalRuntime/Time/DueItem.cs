namespace LocalRuntime.Time;

/// <summary>Something that will happen; the kind is <c>timer</c>, <c>queue</c> or <c>orchestration</c>.</summary>
public sealed record DueItem(string Kind, string Name, DateTimeOffset At, string Why);

public interface IDueSource
{
    /// <summary>The first <paramref name="limit"/> items, in order of time.</summary>
    IReadOnlyList<DueItem> Due(int limit);
}
