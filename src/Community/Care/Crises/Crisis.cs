namespace Community.Care.Crises;

public enum CrisisState
{
    Open,

    Resolved,
}

/// <summary>What a person does in a crisis, as far as the evidence shows.</summary>
public enum CrisisRole
{
    /// <summary>The person complains of something that happened to them. They are owed an answer.</summary>
    Complaining,

    /// <summary>The person calls on others to attack the brand.</summary>
    Inciting,
}

/// <summary>A group of a crisis. Its messages wait until <paramref name="ReleasedAt"/>, null while they wait.</summary>
public sealed record CrisisGroup(string Id, DateTimeOffset? ReleasedAt = null, string? ReleasedBy = null);

/// <summary>
/// A person of a crisis. <paramref name="Evidence"/> says what shows the role, such as the words of a message.
/// </summary>
public sealed record CrisisPerson(
    string MemberId, string GroupId, CrisisRole Role, string Evidence, string By, DateTimeOffset At);

/// <summary>
/// A text to the groups of a crisis. <paramref name="GroupIds"/> are the groups that were frozen then;
/// <paramref name="Key"/> follows from the text, so that a repeat is the same statement.
/// </summary>
public sealed record CrisisStatement(
    string Key, string Text, IReadOnlyList<string> GroupIds, string By, DateTimeOffset At);

/// <summary>One entry of a crisis's timeline; <paramref name="Text"/> is what people read.</summary>
public sealed record CrisisEntry(DateTimeOffset At, string By, string Text);

/// <summary>
/// A crisis (暴雷): planned sabotage or a mass of complaints. It freezes its groups until it is resolved.
/// <paramref name="Owner"/> is the id of the staff member who handles it.
/// </summary>
public sealed record Crisis(
    string Id,
    string Cause,
    IReadOnlyList<CrisisGroup> Groups,
    string Owner,
    string By,
    DateTimeOffset OpenedAt)
{
    public const int MaxGroups = 100;
    public const int MaxPeople = 100;
    public const int MaxStatements = 20;
    public const int MaxEntries = 1000;

    public CrisisState State { get; init; } = CrisisState.Open;

    /// <summary>The number of entries of the timeline after the first, which tells of the beginning.</summary>
    public int Entries { get; init; }

    /// <summary>The latest entry that a person wrote; null without one.</summary>
    public CrisisEntry? LatestEntry { get; init; }

    /// <summary>The roles by <see cref="CrisisPerson.MemberId"/>.</summary>
    public IReadOnlyDictionary<string, CrisisRole> Roles { get; init; } = new Dictionary<string, CrisisRole>();

    /// <summary>The keys of the statements, the earliest first.</summary>
    public IReadOnlyList<string> StatementKeys { get; init; } = [];

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How it ended, in the words of the person who resolved it; null before.</summary>
    public string? Report { get; init; }

    /// <summary>The groups whose messages wait for this crisis.</summary>
    public IEnumerable<string> Frozen() => Groups.Where(group => group.ReleasedAt is null).Select(group => group.Id);

    public bool IsFrozen(string groupId) => Frozen().Contains(groupId, StringComparer.Ordinal);
}
