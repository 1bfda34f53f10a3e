using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Shows the journal over HTTP.</summary>
public sealed class JournalFunctions(Journal journal)
{
    /// <summary>The lines about a subject, once there are <c>?count=</c> of them.</summary>
    [Function("ShowJournal")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "journal/{subject}")] HttpRequest request, string subject, CancellationToken cancellation) =>
        TypedResults.Ok(await journal.WhenAsync(subject, int.TryParse(request.Query["count"], out var count) ? count : 0, cancellation));
}
