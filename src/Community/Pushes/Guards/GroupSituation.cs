using Community.Groups;

namespace Community.Pushes.Guards;

/// <summary>The time from the warm-up of a conversion to its closing, which is not part of it.</summary>
public sealed record Blackout(string ConversionId, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Contains(DateTimeOffset at) => at >= From && at < Until;
}

/// <summary>
/// What the channel answers. <paramref name="FreeAt"/> is the instant at which it has room; null when it has room now,
/// and <see cref="DateTimeOffset.MaxValue"/> when it will have none.
/// </summary>
public readonly record struct ChannelRoom(DateTimeOffset? FreeAt);

/// <summary>What the guards know about a group at the instant of a push.</summary>
public sealed record GroupSituation(GroupKind Kind, GroupState State, GroupPushHistory History)
{
    public IReadOnlyList<PushPause> Pauses { get; init; } = [];

    public IReadOnlyList<Blackout> Blackouts { get; init; } = [];

    /// <summary>True when the owner has to send the push by hand.</summary>
    public bool CostsTap { get; init; }

    /// <summary>The taps of the owner on the local day of the push, over all groups and without this push.</summary>
    public int OwnerTaps { get; init; }

    public ChannelRoom Channel { get; init; }

    /// <summary>A full group and one with a closed code have members to read a push.</summary>
    public bool IsOpen => State is GroupState.Open or GroupState.Full or GroupState.Closed;
}
