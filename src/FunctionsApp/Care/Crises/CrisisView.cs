using Community.Care.Crises;
using Community.Messaging.StaffTasks;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Care.Crises;

/// <summary>A crisis in lists.</summary>
public sealed record CrisisSummaryView(
    string Id,
    CrisisState State,
    string Cause,
    string Owner,
    string By,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt,
    int Groups,
    int Frozen)
{
    public static CrisisSummaryView From(Crisis crisis) => new(
        crisis.Id,
        crisis.State,
        crisis.Cause,
        crisis.Owner,
        crisis.By,
        crisis.OpenedAt,
        crisis.ResolvedAt,
        crisis.Groups.Count,
        crisis.Frozen().Count());
}

/// <summary>
/// A crisis. <c>frozen</c> are the groups whose messages wait for it, <c>statements</c> the texts that are prepared for
/// it. The timeline begins with its cause.
/// </summary>
public sealed record CrisisView(
    string Id,
    CrisisState State,
    string Cause,
    string Owner,
    string By,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ResolvedAt,
    string? Report,
    IReadOnlyList<string> Frozen,
    IReadOnlyList<CrisisGroup> Groups,
    IReadOnlyList<CrisisEntryView> Timeline,
    IReadOnlyList<CrisisTaskView> Tasks,
    [property: HiddenFromViewers] IReadOnlyList<CrisisPerson> People,
    IReadOnlyList<PreparedStatement> Statements);

/// <summary>One entry of the timeline.</summary>
public sealed record CrisisEntryView(DateTimeOffset At, string By, [property: HiddenFromViewers] string Text)
{
    public static CrisisEntryView From(CrisisEntry entry) => new(entry.At, entry.By, entry.Text);
}

/// <summary>A step of the crisis and its staff task.</summary>
public sealed record CrisisTaskView(
    string Id, CrisisStep Step, DateTimeOffset DueAt, StaffTaskStatus Status, DateTimeOffset? DoneAt, bool IsWithdrawn);
