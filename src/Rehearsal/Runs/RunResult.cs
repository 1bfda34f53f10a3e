using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Runs;

/// <summary>What one seed gave.</summary>
sealed record RunResult(
    int Seed,
    IReadOnlyList<RunFigure> Figures,
    IReadOnlyList<RunStaffHour> Staff,
    IReadOnlyList<RunSkip> Skipped,
    IReadOnlyList<RunGroup> Groups,
    IReadOnlyList<RunStock> Stock,
    IReadOnlyList<RunWarning> Warnings)
{
    /// <summary>The time line, for the seed whose time line the report shows; else null.</summary>
    public IReadOnlyList<RehearsalEntry>? Timeline { get; init; }

    /// <summary>The value of the same figure in this run; 0 when it has none.</summary>
    public double ValueOf(RunFigure figure) => Figures
        .FirstOrDefault(own => own.Scope == figure.Scope && own.Id == figure.Id && own.Name == figure.Name)?.Value ?? 0;

    /// <summary>Every message, for the same seed.</summary>
    public IReadOnlyList<RunMessage>? Messages { get; init; }
}

sealed record RunFigure(RehearsalScope Scope, string? Id, string Name, double Value);

/// <summary>Tasks and taps of a person in an hour.</summary>
sealed record RunStaffHour(string? Owner, DateTimeOffset Hour, int Count);

sealed record RunSkip(
    string? GroupId, string Origin, string? PlanId, string Reason, int Count, DateTimeOffset FirstAt);

/// <summary>A group at the end; <paramref name="FullAt"/> is the first instant without a free place.</summary>
sealed record RunGroup(string Id, int Members, DateTimeOffset? FullAt);

sealed record RunStock(RehearsalStockKind Kind, string PlanId, string Title, int Used, double? CostMinor);

/// <summary>A warning; those of several seeds with one <paramref name="Subject"/> are one.</summary>
sealed record RunWarning(string Kind, string Subject, string Text);

/// <summary>A message that reached a group or a member.</summary>
sealed record RunMessage(
    DateTimeOffset At, string GroupId, string? MemberId, string Origin, string? PlanId, string Text, string? By);
