using LocalRuntime.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting;

/// <summary>Lists what is queued, scheduled and waiting, and when it will happen.</summary>
internal static class DueRoute
{
    const int Most = 200;

    public static void Map(IEndpointRouteBuilder endpoints, TimeProvider clock, IDueSource source) =>
        endpoints.MapGet("/local/due", () => TypedResults.Ok(new DueList(clock.GetUtcNow(), source.Due(Most))));

    sealed record DueList(DateTimeOffset Now, IReadOnlyList<DueItem> Due);
}
