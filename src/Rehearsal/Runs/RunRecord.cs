namespace Rehearsal.Runs;

/// <summary>What happened in a run, as far as the app does not keep it.</summary>
sealed class RunRecord
{
    readonly Dictionary<(string Name, string Id), int> counts = [];
    readonly Dictionary<string, GroupRecord> groups = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, DateTimeOffset> turnedAway = new(StringComparer.Ordinal);
    readonly Dictionary<string, DateTimeOffset> soldOut = new(StringComparer.Ordinal);

    /// <summary>The actions of the platform and of staff in the order in which they happened.</summary>
    public List<RunAction> Actions { get; } = [];

    /// <summary>The staff tasks that were opened, by id.</summary>
    public Dictionary<string, RunTask> Tasks { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups by id.</summary>
    public IReadOnlyDictionary<string, GroupRecord> Groups => groups;

    /// <summary>The first instant at which somebody found every group of a campaign full, by campaign.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> FirstTurnedAway => turnedAway;

    public void Count(string name, string id) => counts[(name, id)] = CountOf(name, id) + 1;

    public int CountOf(string name, string id) => counts.GetValueOrDefault((name, id));

    public void TurnedAway(string campaignId, DateTimeOffset at)
    {
        Count("turnedAway", campaignId);
        turnedAway.TryAdd(campaignId, at);
    }

    /// <summary>When the product of a plan was sold out; null while it is not.</summary>
    public DateTimeOffset? SoldOutAt(string planId) =>
        soldOut.TryGetValue(planId, out var at) ? at : null;

    public void SoldOut(string planId, DateTimeOffset at) => soldOut.TryAdd(planId, at);

    /// <summary>Notes a join; <paramref name="isFull"/> when it took the last place.</summary>
    public void Joined(string groupId, bool isFull, DateTimeOffset at)
    {
        var group = Find(groupId);
        group.Joins++;
        if (isFull) group.FullAt ??= at;
    }

    public void Left(string groupId) => Find(groupId).Leaves++;

    GroupRecord Find(string groupId)
    {
        if (!groups.TryGetValue(groupId, out var group)) groups[groupId] = group = new GroupRecord();
        return group;
    }
}

/// <summary>The members of a group over a run.</summary>
sealed class GroupRecord
{
    public int Joins { get; set; }

    public int Leaves { get; set; }

    /// <summary>When the last place was first taken; null while it was not.</summary>
    public DateTimeOffset? FullAt { get; set; }
}

/// <summary>
/// Something that happened on the platform. <paramref name="TaskId"/> is the staff task by which a person did it; null
/// when the platform did it by itself.
/// </summary>
sealed record RunAction(
    DateTimeOffset At,
    Community.Messaging.Channels.ChannelAction Action,
    string Key,
    string GroupId,
    string? MemberId,
    string Text,
    string? TaskId);

/// <summary>A staff task; <paramref name="Owner"/> is null where the group has none.</summary>
sealed record RunTask(
    string Id, string Kind, string Title, string? GroupId, string? Owner, DateTimeOffset OpenedAt, DateTimeOffset DueAt)
{
    /// <summary>The kind of a push that waits for a person.</summary>
    public const string PushKind = "Push";

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>True when the task was withdrawn, or the push was sent or skipped without a person.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>When a person is asked: at once, and for a push when it is due.</summary>
    public DateTimeOffset AskedAt => Kind == PushKind ? DueAt : OpenedAt;

    /// <summary>True when the task is overdue.</summary>
    public bool IsMissed(DateTimeOffset now) => DoneAt is null && !IsWithdrawn && DueAt < now;
}
