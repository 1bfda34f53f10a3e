using System.Text.Json;
using LocalRuntime.DurableTask;
using LocalRuntime.Functions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Functions.Durable;

/// <summary>The HTTP management API of orchestrations, guarded by the key.</summary>
internal sealed class ManagementRoutes(OrchestrationEngine engine)
{
    readonly DurableTaskClient client = engine.Client;

    public static void Map(IEndpointRouteBuilder endpoints, OrchestrationEngine engine, KeyCheck keys)
    {
        var (routes, client) = (new ManagementRoutes(engine), engine.Client);
        var group = endpoints.MapGroup("/runtime/webhooks/durabletask/instances");
        ((IEndpointConventionBuilder)group).Add(endpoint => endpoint.RequestDelegate = keys.Guard(endpoint.RequestDelegate!));
        group.MapGet("/", routes.ListAsync);
        group.MapDelete("/", routes.PurgeManyAsync);
        group.MapGet("/{id}", routes.ShowAsync);
        group.MapDelete("/{id}", routes.PurgeAsync);
        group.MapPost("/{id}/raiseEvent/{name}", routes.RaiseEventAsync);
        group.MapPost("/{id}/terminate", (string id, string? reason) => routes.SteerAsync(id, () => client.TerminateInstanceAsync(id, reason)));
        group.MapPost("/{id}/suspend", (string id, string? reason) => routes.SteerAsync(id, () => client.SuspendInstanceAsync(id, reason)));
        group.MapPost("/{id}/resume", (string id, string? reason) => routes.SteerAsync(id, () => client.ResumeInstanceAsync(id, reason)));
    }

    async Task<IResult> ListAsync(HttpContext http, [AsParameters] InstanceFilter filter, bool showInput = true, int top = 100)
    {
        if (!filter.TryReadStatuses(out var statuses)) return TypedResults.BadRequest();
        var query = new OrchestrationQuery(
            filter.CreatedTimeFrom, filter.CreatedTimeTo, statuses, InstanceIdPrefix: filter.InstanceIdPrefix, PageSize: Math.Clamp(top, 1, 1000),
            FetchInputsAndOutputs: true, ContinuationToken: http.Request.Headers["x-ms-continuation-token"]);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages())
        {
            if (page.ContinuationToken is { Length: > 0 } token) http.Response.Headers["x-ms-continuation-token"] = token;
            return TypedResults.Ok(page.Values.Select(instance => InstanceStatus.From(instance, showInput)).ToList());
        }

        return TypedResults.Ok(Array.Empty<InstanceStatus>());
    }

    async Task<IResult> ShowAsync(
        string id, HttpContext http, bool showInput = true, bool showHistory = false, bool showHistoryOutput = false,
        bool returnInternalServerErrorOnFailure = false)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is not { } instance) return TypedResults.NotFound();
        var status = InstanceStatus.From(instance, showInput, showHistory ? HistoryView.Of(engine.History(id), showHistoryOutput) : null);
        if (instance.IsCompleted)
        {
            var failed = returnInternalServerErrorOnFailure && instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed;
            return TypedResults.Json(status, statusCode: failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
        }

        return TypedResults.Accepted(http.Request.Path.Value, status);
    }

    async Task<IResult> RaiseEventAsync(string id, string name, HttpRequest request) => await SteerAsync(id, async () =>
    {
        var payload = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, OrchestrationJson.Options);
        await client.RaiseEventAsync(id, name, payload);
    });

    async Task<IResult> SteerAsync(string id, Func<Task> steer)
    {
        if (await client.GetInstanceAsync(id) is not { } instance) return TypedResults.NotFound();
        if (instance.IsCompleted) return TypedResults.StatusCode(StatusCodes.Status410Gone);
        try
        {
            await steer();
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest("The event must be JSON.");
        }
    }

    async Task<IResult> PurgeAsync(string id) => Purged(await client.PurgeInstanceAsync(id));

    async Task<IResult> PurgeManyAsync([AsParameters] InstanceFilter filter) => filter.TryReadStatuses(out var statuses)
        ? Purged(await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(filter.CreatedTimeFrom, filter.CreatedTimeTo, statuses)))
        : TypedResults.BadRequest();

    static IResult Purged(PurgeResult result) =>
        result.PurgedInstanceCount == 0 ? TypedResults.NotFound() : TypedResults.Ok(new Purge(result.PurgedInstanceCount));

    sealed record Purge(int InstancesDeleted);
}
