using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class JournalFunctions(Journal journal)
{
    /// <summary>The lines about a subject, once there are <c>?count=</c> of them.</summary>
    [Function("ShowJournal")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal/{subject}")] HttpRequest request,
        string subject,
        CancellationToken cancellation)
    {
        var count = int.TryParse(request.Query["count"], out var wanted) ? wanted : 0;
        return TypedResults.Ok(await journal.ReadAtLeastAsync(subject, count, cancellation));
    }
}
