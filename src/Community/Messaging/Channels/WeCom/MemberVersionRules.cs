namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// The version of the member list that is held of a chat, and those before it, the latest first. Null
/// <paramref name="Held"/> before the list was read.
/// </summary>
public sealed record MemberVersions(string? Held, IReadOnlyList<string> Earlier)
{
    /// <summary>The number of earlier versions that are known.</summary>
    public const int MaxEarlier = 50;

    /// <summary>Nothing is held.</summary>
    public static MemberVersions None { get; } = new(null, []);

    /// <summary>The versions after an event that follows led to this one.</summary>
    public MemberVersions MoveTo(string version) => version == Held
        ? this
        : new(version, [.. Passed.Where(earlier => earlier != version).Take(MaxEarlier)]);

    /// <summary>
    /// The versions after the list was read. What is held stays when the platform was late and showed a list that has
    /// passed. Another list may be a later one or not, so nothing is known to come before it.
    /// </summary>
    public MemberVersions Read(string version) =>
        version == Held || IsEarlier(version) ? this : new(version, []);

    /// <summary>True for a version that came before the one that is held.</summary>
    public bool IsEarlier(string version) => Earlier.Contains(version, StringComparer.Ordinal);

    IEnumerable<string> Passed => Held is null ? Earlier : Earlier.Prepend(Held);
}

/// <summary>What an event with versions is good for.</summary>
public enum VersionedEventUse
{
    /// <summary>The event follows on what is held.</summary>
    Apply,

    /// <summary>Events between are missing, so the group is read.</summary>
    Reconcile,

    /// <summary>What is held contains the event.</summary>
    Ignore,
}

/// <summary>Decides on events that may be lost, late, repeated and out of order.</summary>
public static class MemberVersionRules
{
    /// <summary>
    /// An event that leads to the version that is held, or to one before it, is contained. One that starts from the
    /// version that is held follows. Versions have no order, so each other event is a gap.
    /// </summary>
    public static VersionedEventUse Decide(MemberVersions versions, WeComVersions happened) => versions switch
    {
        _ when happened.Current == versions.Held || versions.IsEarlier(happened.Current) => VersionedEventUse.Ignore,
        _ when happened.Last == versions.Held => VersionedEventUse.Apply,
        _ => VersionedEventUse.Reconcile,
    };
}
