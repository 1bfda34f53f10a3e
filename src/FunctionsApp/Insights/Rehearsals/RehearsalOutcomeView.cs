using Community.Insights.Rehearsals;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// A rehearsal and what happened. <paramref name="IsOver"/> is true once its end has passed;
/// <paramref name="IsCut"/> is true when the report is about more things than are compared.
/// </summary>
public sealed record RehearsalOutcomeView(
    string Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset AsOf,
    bool IsOver,
    bool IsCut,
    IReadOnlyList<RehearsalOutcomeFigure> Figures);

/// <summary>
/// A figure of the report, with what is counted so far; <paramref name="Actual"/> is null when nothing is known. Money
/// is in minor units.
/// </summary>
public sealed record RehearsalOutcomeFigure(
    RehearsalScope Scope,
    string? Id,
    string Name,
    double Low,
    double Mean,
    double High,
    double? Actual,
    RehearsalVerdict Verdict)
{
    public static RehearsalOutcomeFigure Of(RehearsalFigure figure, ObservedFigure? observed) => new(
        figure.Scope,
        figure.Id,
        figure.Name,
        figure.Low,
        figure.Mean,
        figure.High,
        observed?.Value,
        RehearsalRules.Judge(figure.Low, figure.High, observed));
}
