using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LocalRuntime.Hosting;

/// <summary>
/// The routes below <c>/local</c>. They show the time and what is due, and move a virtual clock. A move is answered
/// when all due work has run.
/// </summary>
static class LocalRoutes
{
    const int MaxDueItems = 200;

    public static void Map(
        IEndpointRouteBuilder endpoints, TimeProvider clock, IDueSource source, ILocalRouteAccess access)
    {
        endpoints.MapGet("/local/clock", Guard(_ => Task.FromResult<IResult>(ShowClock(clock))));
        endpoints.MapPost("/local/clock", Guard(http => MoveClockAsync(clock, http.Request, http.RequestAborted)));
        endpoints.MapGet("/local/due", Guard(_ => Task.FromResult<IResult>(
            TypedResults.Ok(new DueList(clock.GetUtcNow(), [.. source.Due(MaxDueItems)])))));

        // A handler with parameters, or with a filter, would be compiled for each host that starts.
        RequestDelegate Guard(Func<HttpContext, Task<IResult>> answer) => async http =>
            await (await access.CheckAsync(http.Request) ?? await answer(http)).ExecuteAsync(http);
    }

    static Ok<ClockState> ShowClock(TimeProvider clock) =>
        TypedResults.Ok(new ClockState(clock.GetUtcNow(), clock is VirtualTimeProvider));

    static async Task<IResult> MoveClockAsync(
        TimeProvider clock, HttpRequest request, CancellationToken cancellation)
    {
        if (clock is not VirtualTimeProvider time)
        {
            return TypedResults.Problem(
                "The clock shows real time; start with --clock to move it.", statusCode: StatusCodes.Status409Conflict);
        }

        if (await ReadTargetAsync(time.GetUtcNow(), request, cancellation) is not { } target)
        {
            return TypedResults.Problem(
                "Send {\"advance\":\"PT24H\"} or {\"to\":\"2026-12-01T10:00:00+08:00\"}.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        await time.AdvanceToAsync(target, cancellation);
        return ShowClock(clock);
    }

    static async Task<DateTimeOffset?> ReadTargetAsync(
        DateTimeOffset now, HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var options = JsonSerializerOptions.Web;
            return await JsonSerializer.DeserializeAsync<ClockMove>(request.Body, options, cancellation) switch
            {
                { Advance: { } advance, To: null } when XmlConvert.ToTimeSpan(advance) is var by && by >= TimeSpan.Zero
                    => now + by,
                { Advance: null, To: { } to } when Iso8601.TryParse(to, out var target) => target,
                _ => null,
            };
        }
        catch (Exception unreadable) when (
            unreadable is JsonException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    sealed record ClockState(DateTimeOffset Now, bool Virtual);

    sealed record ClockMove(string? Advance, string? To);

    sealed record DueList(DateTimeOffset Now, IReadOnlyList<DueItem> Due);
}
