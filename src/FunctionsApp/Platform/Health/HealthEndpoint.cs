using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FunctionsApp.Platform.Health;

public sealed class HealthEndpoint(PoisonedMessageStore poisoned, IEnumerable<IHealthCheck> hostChecks)
{
    // A storage client gives up after minutes when the service accepts connections and does not answer.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    const string PoisonedNote = "Messages of queues wait for an operator: GET /api/poisoned-messages.";

    /// <summary>
    /// 200 when storage answers and the checks that the host has registered pass, 503 with the reason otherwise. Notes
    /// say what an operator should look at.
    /// </summary>
    [Function("Health")]
    [Public]
    [Response<HealthView>, Problem(503)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request) =>
        StorageProblems.AnswerAsync(
            request, () => CheckAsync(request), "Storage does not answer.", "Try again later.");

    async Task<IResult> CheckAsync(HttpRequest request)
    {
        var waits = await poisoned.AnyOpenAsync().WaitAsync(Limit, TimeProvider.System);
        foreach (var check in hostChecks)
        {
            var result = await check.CheckHealthAsync(new HealthCheckContext(), request.HttpContext.RequestAborted);
            var reason = result.Description ?? "Try again later.";
            if (result.Status != HealthStatus.Healthy)
                return Problems.Unavailable(request, "The host is not healthy.", reason);
        }

        return ApiJson.Json(new HealthView("healthy", waits ? [PoisonedNote] : []));
    }
}

/// <summary>The answer of a healthy app.</summary>
public sealed record HealthView(string Status, IReadOnlyList<string> Notes);
