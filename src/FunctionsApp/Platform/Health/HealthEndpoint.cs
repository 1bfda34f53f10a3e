using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Platform.Health;

public sealed class HealthEndpoint(CatalogTable table)
{
    /// <summary>200 when storage answers, 503 when it does not.</summary>
    [Function("Health")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request) =>
        StorageProblems.AnswerAsync(request, ReadAsync, "Storage does not answer.", "Try again later.");

    async Task<IResult> ReadAsync()
    {
        await table.FindAsync<string>("health", "id-none");
        return ApiJson.Json(new { status = "healthy" });
    }
}
