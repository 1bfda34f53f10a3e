using System.Text.Json.Serialization;

namespace Community.Groups;

/// <summary>The purpose of a group (群类型).</summary>
public enum GroupKind
{
    /// <summary>快闪群: one sale, dissolved the same night.</summary>
    Flash,

    /// <summary>新用户群: first-time buyers.</summary>
    NewBuyer,

    /// <summary>超级用户群: regulars.</summary>
    SuperUser,

    /// <summary>交付群: pupils and clients who are being served.</summary>
    Delivery,
}

/// <summary>The states of a group. <see cref="Full"/> and <see cref="Open"/> follow the count of members.</summary>
public enum GroupState
{
    /// <summary>The group has a charter and no join link.</summary>
    Planned,

    Open,

    /// <summary>Every place is taken; the code leads to the next group.</summary>
    Full,

    /// <summary>The code is closed; the members stay.</summary>
    Closed,

    /// <summary>The dissolution is requested and not confirmed by the platform.</summary>
    Dissolving,

    Dissolved,
}

/// <summary>Why nothing is sent into a group.</summary>
public enum HoldCause
{
    /// <summary>An operator asked for silence.</summary>
    Operator,

    /// <summary>The group is in a crisis (危机).</summary>
    Crisis,
}

/// <summary>
/// Keeps messages back until it is released. A group has at most one of operators and one of each crisis, and its
/// messages wait for all. <paramref name="CrisisId"/> is null for the hold of operators.
/// </summary>
public sealed record GroupHold(
    HoldCause Cause, string By, string Reason, DateTimeOffset At, string? CrisisId = null);

/// <summary>
/// A chat group. <paramref name="MemberCount"/> counts present members; <paramref name="Overflow"/> counts members whom
/// the platform let in without a free place.
/// </summary>
public sealed record Group(
    string Id,
    string Name,
    GroupKind Kind,
    int Capacity,
    Charter Charter,
    GroupState State,
    string? JoinUrl,
    int MemberCount,
    int Overflow,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DissolvedAt = null)
{
    /// <summary>The id of the staff member who answers for the group; null when it has none.</summary>
    public string? Owner { get; init; }

    /// <summary>
    /// The id of the chat on the platform, which is case-sensitive; null before the group is bound to its chat, and on
    /// platforms that use the ids of groups.
    /// </summary>
    public string? ChannelGroupId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the name is made from; null for a name that was chosen freely.</summary>
    public GroupNaming? Naming { get; init; }

    /// <summary>The group's own onboarding texts, where it has any.</summary>
    public GroupTexts Texts { get; init; } = GroupTexts.Product;

    /// <summary>The instant at which an operator ended the group before its time; null for other groups.</summary>
    public DateTimeOffset? EndRequestedAt { get; init; }

    /// <summary>The instant at which the group had a join link first; null for a group that never had one.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public IReadOnlyList<GroupHold> Holds { get; init; } = [];

    public int Changes { get; init; }

    public bool IsAlive => State is not GroupState.Dissolved;

    [JsonIgnore]
    public bool IsInCrisis => Holds.Any(hold => hold.Cause is HoldCause.Crisis);

    /// <summary>False while messages to the group and its members wait, and after its dissolution.</summary>
    [JsonIgnore]
    public bool TakesMessages => IsAlive && Holds.Count == 0;

    /// <summary>
    /// As <see cref="TakesMessages"/>, for the statements of a crisis, which pass the crisis's own hold; null for other
    /// messages.
    /// </summary>
    public bool TakesMessagesOf(string? crisisId) =>
        IsAlive && Holds.All(hold => hold.CrisisId is { } crisis && crisis == crisisId);

    public Group WithMemberCount(int present) => this with
    {
        MemberCount = present,
        State = State switch
        {
            GroupState.Open when present >= Capacity => GroupState.Full,
            GroupState.Full when present < Capacity => GroupState.Open,
            _ => State,
        },
    };

    /// <summary>False also in a crisis, into which no one is led.</summary>
    public bool TakesMembers => State is GroupState.Open && JoinUrl is not null && !IsInCrisis;
}
