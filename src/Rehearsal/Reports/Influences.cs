using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Behaviour;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>Looks for the assumptions that carry the result.</summary>
static class Influences
{
    const int Shown = 5;
    const double Below = 0.5;
    const double Above = 1.5;

    /// <summary>The figures of the brand whose change is looked at.</summary>
    static readonly string[] Names = ["joins", "orders"];

    /// <summary>A value of an assumption to play.</summary>
    public sealed record Variation(BehaviourParameter Parameter, double Value)
    {
        public PeopleBehaviour ApplyTo(PeopleBehaviour behaviour) =>
            behaviour.With(Parameter.Name, Value, Parameter.Source);
    }

    /// <summary>Each assumption at half and at one and a half of its value, as far as its range allows.</summary>
    public static IReadOnlyList<Variation> VariationsOf(PeopleBehaviour behaviour) =>
    [
        .. from parameter in behaviour.Parameters.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
           where parameter.Value > 0
           from factor in (double[])[Below, Above]
           select new Variation(parameter, Math.Min(parameter.Max, parameter.Value * factor)),
    ];

    /// <summary>The five assumptions with the greatest change of each figure, the greatest first.</summary>
    public static IReadOnlyList<RehearsalInfluence> Rank(
        IReadOnlyList<(Variation Variation, IReadOnlyList<RunResult> Runs)> played) =>
    [
        .. Names.SelectMany(name => played
            .GroupBy(one => one.Variation.Parameter.Name, StringComparer.Ordinal)
            .Select(same => Influence(name, [.. same]))
            .Where(influence => influence.AtLow != influence.AtHigh)
            .OrderByDescending(influence => Math.Abs(influence.AtHigh - influence.AtLow))
            .ThenBy(influence => influence.Assumption, StringComparer.Ordinal)
            .Take(Shown)),
    ];

    static RehearsalInfluence Influence(
        string name, List<(Variation Variation, IReadOnlyList<RunResult> Runs)> played)
    {
        var (low, high) = (played.MinBy(one => one.Variation.Value), played.MaxBy(one => one.Variation.Value));
        return new RehearsalInfluence(
            low.Variation.Parameter.Name,
            low.Variation.Value,
            high.Variation.Value,
            name,
            Mean(name, low.Runs),
            Mean(name, high.Runs));
    }

    static double Mean(string name, IReadOnlyList<RunResult> runs) => Math.Round(
        runs.Average(run => run.ValueOf(new RunFigure(RehearsalScope.Brand, Id: null, name, Value: 0))), 4);
}
