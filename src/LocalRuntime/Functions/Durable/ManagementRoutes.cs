namespace LocalRuntime.Functions.Durable;

/// <summary>The HTTP management API of orchestrations, which requires the key.</summary>
sealed class ManagementRoutes(OrchestrationEngine engine)
{
    const string Continuation = "x-ms-continuation-token";

    readonly DurableTaskClient client = engine.Client;

    public static void Map(IEndpointRouteBuilder endpoints, OrchestrationEngine engine, KeyCheck keys)
    {
        var routes = new ManagementRoutes(engine);
        var group = endpoints.MapGroup("/runtime/webhooks/durabletask/instances");
        ((IEndpointConventionBuilder)group).Add(endpoint =>
            endpoint.RequestDelegate = keys.Guard(endpoint.RequestDelegate!));
        group.MapGet("/", routes.ListAsync);
        group.MapDelete("/", routes.PurgeManyAsync);
        group.MapGet("/{id}", routes.ShowAsync);
        group.MapDelete("/{id}", routes.PurgeAsync);
        group.MapPost("/{id}/raiseEvent/{name}", routes.RaiseEventAsync);
        group.MapPost("/{id}/terminate", routes.TerminateAsync);
        group.MapPost("/{id}/suspend", routes.SuspendAsync);
        group.MapPost("/{id}/resume", routes.ResumeAsync);
    }

    async Task<IResult> ListAsync(
        HttpContext http, [AsParameters] InstanceQueryParameters filter, bool showInput = true, int top = 100)
    {
        if (!filter.TryReadStatuses(out var statuses)) return TypedResults.BadRequest();
        var query = new OrchestrationQuery(
            filter.CreatedTimeFrom, filter.CreatedTimeTo, statuses, InstanceIdPrefix: filter.InstanceIdPrefix,
            PageSize: Math.Clamp(top, 1, 1000), FetchInputsAndOutputs: true,
            ContinuationToken: http.Request.Headers[Continuation]);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages())
        {
            if (page.ContinuationToken is { Length: > 0 } token) http.Response.Headers[Continuation] = token;
            return TypedResults.Ok(page.Values.Select(instance => InstanceStatus.From(instance, showInput)).ToList());
        }

        return TypedResults.Ok(Array.Empty<InstanceStatus>());
    }

    async Task<IResult> ShowAsync(
        string id, HttpContext http, bool showInput = true, bool showHistory = false, bool showHistoryOutput = false,
        bool returnInternalServerErrorOnFailure = false)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is not { } instance)
            return TypedResults.NotFound();
        var history = showHistory ? HistoryView.Create(engine.History(id), showHistoryOutput) : null;
        var status = InstanceStatus.From(instance, showInput, history);
        if (!instance.IsCompleted) return TypedResults.Accepted(http.Request.Path.Value, status);
        var failed = instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && returnInternalServerErrorOnFailure;
        return TypedResults.Json(
            status, statusCode: failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
    }

    Task<IResult> RaiseEventAsync(string id, string name, HttpRequest request) => ControlAsync(id, async () =>
    {
        var payload = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, OrchestrationJson.Options);
        await client.RaiseEventAsync(id, name, payload);
    });

    Task<IResult> TerminateAsync(string id, string? reason) =>
        ControlAsync(id, () => client.TerminateInstanceAsync(id, (object?)reason));

    Task<IResult> SuspendAsync(string id, string? reason) =>
        ControlAsync(id, () => client.SuspendInstanceAsync(id, reason));

    Task<IResult> ResumeAsync(string id, string? reason) =>
        ControlAsync(id, () => client.ResumeInstanceAsync(id, reason));

    async Task<IResult> ControlAsync(string id, Func<Task> request)
    {
        if (await client.GetInstanceAsync(id) is not { } instance) return TypedResults.NotFound();
        if (instance.IsCompleted) return TypedResults.StatusCode(StatusCodes.Status410Gone);
        try
        {
            await request();
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest("The event must be JSON.");
        }
    }

    async Task<IResult> PurgeAsync(string id) => Purged(await client.PurgeInstanceAsync(id));

    async Task<IResult> PurgeManyAsync([AsParameters] InstanceQueryParameters filter)
    {
        if (!filter.TryReadStatuses(out var statuses)) return TypedResults.BadRequest();
        var purged = new PurgeInstancesFilter(filter.CreatedTimeFrom, filter.CreatedTimeTo, statuses);
        return Purged(await client.PurgeAllInstancesAsync(purged));
    }

    static IResult Purged(PurgeResult result) => result.PurgedInstanceCount == 0
        ? TypedResults.NotFound()
        : TypedResults.Ok(new PurgeView(result.PurgedInstanceCount));

    sealed record PurgeView(int InstancesDeleted);
}
