namespace Community.Groups;

/// <summary>What a group is for (群类型).</summary>
public enum GroupKind
{
    /// <summary>快闪群: one sale, gone the same night.</summary>
    Flash,

    /// <summary>新用户群: first-time buyers.</summary>
    NewBuyer,

    /// <summary>超级用户群: regulars.</summary>
    SuperUser,

    /// <summary>交付群: pupils and clients who are being served.</summary>
    Delivery,
}

/// <summary>Where a group stands in its life. <see cref="Full"/> and <see cref="Open"/> follow the count of members.</summary>
public enum GroupState
{
    /// <summary>Chartered, with no way in yet.</summary>
    Planned,

    /// <summary>Its code lets people in.</summary>
    Open,

    /// <summary>As many members as it holds; its code leads to the next group.</summary>
    Full,

    /// <summary>The code is closed; the members are still there.</summary>
    Closed,

    /// <summary>Asked to be dissolved; the platform has not confirmed it.</summary>
    Dissolving,

    /// <summary>Gone from the platform.</summary>
    Dissolved,
}

/// <summary>
/// 群定位: for whom, what steady service, which benefits and rules, how long it lives (null: until reviewed) and how it ends.
/// No group opens without one.
/// </summary>
public sealed record Charter(
    string Audience,
    string Service,
    IReadOnlyList<string> Benefits,
    IReadOnlyList<string> Rules,
    DateTimeOffset? EndsAt,
    string Ending);

/// <summary>
/// A chat group. <paramref name="MemberCount"/> counts members who are present; <paramref name="Overflow"/> counts joins that
/// found every place taken (the platform had let them in, so they are members all the same).
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
    /// <summary>True while the platform still has the group.</summary>
    public bool IsAlive => State is not GroupState.Dissolved;

    /// <summary>The group with this number of present members.</summary>
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

    /// <summary>True while people may be sent to it: it has a way in and a place.</summary>
    public bool TakesMembers => State is GroupState.Open && JoinUrl is not null;
}
