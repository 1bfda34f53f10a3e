namespace Community.Groups;

/// <summary>What follows when a member breaks the rules again after a warning.</summary>
public enum ViolationConsequence
{
    /// <summary>The member gives the group a red packet (红包).</summary>
    RedPacket,

    /// <summary>The member is removed.</summary>
    Removal,
}

/// <summary>群定位. <paramref name="EndsAt"/> is null for a group that lives until it is reviewed.</summary>
public sealed record Charter(
    string Audience,
    string Service,
    IReadOnlyList<string> Benefits,
    IReadOnlyList<string> Rules,
    DateTimeOffset? EndsAt,
    string Ending)
{
    /// <summary>Whether those whom the group is for have bought something; null when nobody said.</summary>
    public bool? MembersHavePaid { get; init; }

    /// <summary>The staff members who answer in the group beside its owner.</summary>
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];

    /// <summary>How often the service comes, such as one item every morning at nine; null when nobody said.</summary>
    public string? Rhythm { get; init; }

    /// <summary>What the members want to reach together; null for a group without a goal.</summary>
    public GroupGoal? Goal { get; init; }

    /// <summary>When its owner decides whether the group goes on; null for one that is not reviewed.</summary>
    public DateTimeOffset? ReviewAt { get; init; }

    /// <summary>What a repeated violation leads to; null where it stays at warnings.</summary>
    public ViolationConsequence? Consequence { get; init; }
}

/// <summary>A staff member who answers in a group, and what about.</summary>
public sealed record Deputy(string StaffId, string Expertise);

/// <summary>A goal that members share. <paramref name="Measure"/> says how one sees that it is reached.</summary>
public sealed record GroupGoal(string Text, string Measure);
