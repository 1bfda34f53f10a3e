using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>Holds a rehearsal against what happened.</summary>
public sealed class RehearsalOutcomeEndpoint(
    RehearsalStore rehearsals, ObservationReader observations, TimeProvider clock)
{
    const int MaxThings = 200;
    const int ReadsAtOnce = 20;

    /// <summary>
    /// Each figure of the report with what is counted by now and a verdict; 404 when there is no such report. The
    /// figures of at most 200 campaigns, conversions, flash sales and groups are compared.
    /// </summary>
    [Function("RehearsalOutcome")]
    [Response<RehearsalOutcomeView>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/rehearsals/{rehearsalId}")]
        HttpRequest request,
        string rehearsalId) =>
        await rehearsals.FindAsync(rehearsalId) is { } kept && await rehearsals.ReadSummaryAsync(kept) is { } report
            ? ApiJson.Json(await CompareAsync(kept, report.Figures!))
            : RehearsalEndpoints.NotFound(rehearsalId);

    async Task<RehearsalOutcomeView> CompareAsync(KeptRehearsal kept, IReadOnlyList<RehearsalFigure> figures)
    {
        var now = clock.GetUtcNow();
        var things = figures.Where(IsOfThing).Select(ThingOf).Distinct().ToList();
        var observed = await ReadAsync(things.Take(MaxThings), kept.To, now);
        return new RehearsalOutcomeView(
            kept.Id,
            kept.CreatedAt,
            kept.From,
            kept.To,
            now,
            IsOver: now >= kept.To,
            IsCut: things.Count > MaxThings,
            [
                .. from figure in figures
                   where !IsOfThing(figure) || observed.ContainsKey(ThingOf(figure))
                   let observation = IsOfThing(figure) ? observed[ThingOf(figure)] : null
                   select RehearsalOutcomeFigure.Of(figure, observation?.Find(figure.Name)),
            ]);
    }

    async Task<Dictionary<(RehearsalScope Scope, string Id), Observation?>> ReadAsync(
        IEnumerable<(RehearsalScope Scope, string Id)> things, DateTimeOffset end, DateTimeOffset now)
    {
        Dictionary<(RehearsalScope Scope, string Id), Observation?> observed = [];
        foreach (var part in things.Chunk(ReadsAtOnce))
        {
            var read = await Task.WhenAll(part.Select(thing =>
                observations.ReadAsync(thing.Scope, thing.Id, end, now)));
            foreach (var (thing, observation) in part.Zip(read)) observed.Add(thing, observation);
        }

        return observed;
    }

    static bool IsOfThing(RehearsalFigure figure) => ObservationReader.IsMeasured(figure.Scope);

    static (RehearsalScope Scope, string Id) ThingOf(RehearsalFigure figure) => (figure.Scope, figure.Id!);
}
