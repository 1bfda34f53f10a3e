using Community.Care.Crises;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// Crises that a burst of complaints proposes. A person opens a crisis of the group, which ends the proposal, or
/// dismisses it.
/// </summary>
public sealed class CrisisProposalEndpoints(
    ComplaintWatchStore watches,
    ComplaintWatchService service,
    IValidator<DismissProposalRequest> validator,
    TimeProvider clock)
{
    /// <summary>The proposals that wait for a person by pages, in order of the group's id.</summary>
    [Function("ListCrisisProposals")]
    [Page<CrisisProposal>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/crisis-proposals")] HttpRequest request) =>
        Paging.AnswerAsync(request, watches.OpenAsync);

    /// <summary>
    /// 204 when the proposal of the group is dismissed; for a day it takes twice as many complaints to propose another.
    /// 404 when there is none.
    /// </summary>
    [Function("DismissCrisisProposal")]
    [Request<DismissProposalRequest>, Response(204)]
    public async Task<IResult> Dismiss(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/crisis-proposals/{groupId}/dismiss")]
        HttpRequest request,
        string groupId)
    {
        var (_, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return await service.DismissAsync(groupId, clock.GetUtcNow())
            ? Results.NoContent()
            : Problems.NotFound($"There is no proposal for the group {groupId}.");
    }
}
