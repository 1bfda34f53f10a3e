using System.Text.Json;
using System.Xml;
using LocalRuntime.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LocalRuntime.Hosting;

/// <summary>Tells the host's time and, when it is virtual, moves it; the answer comes when everything due by then has run.</summary>
internal static class ClockRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints, TimeProvider clock)
    {
        endpoints.MapGet("/local/clock", () => Now(clock));
        endpoints.MapPost("/local/clock", (HttpRequest request, CancellationToken cancellation) => MoveAsync(clock, request, cancellation));
    }

    static Ok<ClockState> Now(TimeProvider clock) => TypedResults.Ok(new ClockState(clock.GetUtcNow(), clock is VirtualTimeProvider));

    static async Task<IResult> MoveAsync(TimeProvider clock, HttpRequest request, CancellationToken cancellation)
    {
        if (clock is not VirtualTimeProvider time) return TypedResults.Problem("The clock shows real time; start with --clock to move it.", statusCode: StatusCodes.Status409Conflict);
        if (await TargetAsync(time.GetUtcNow(), request, cancellation) is not { } target)
            return TypedResults.Problem("Send {\"advance\":\"PT24H\"} or {\"to\":\"2026-12-01T10:00:00+08:00\"}.", statusCode: StatusCodes.Status400BadRequest);
        await time.AdvanceToAsync(target, cancellation);
        return Now(clock);
    }

    static async Task<DateTimeOffset?> TargetAsync(DateTimeOffset now, HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var move = await JsonSerializer.DeserializeAsync<ClockMove>(request.Body, JsonSerializerOptions.Web, cancellation);
            return move switch
            {
                { Advance: { } advance, To: null } when XmlConvert.ToTimeSpan(advance) is var by && by >= TimeSpan.Zero => now + by,
                { Advance: null, To: { } to } when Iso8601.TryParse(to, out var target) => target,
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    sealed record ClockState(DateTimeOffset Now, bool Virtual);

    sealed record ClockMove(string? Advance, string? To);
}
