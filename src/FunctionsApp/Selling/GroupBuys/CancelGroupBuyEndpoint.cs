using Community.Selling.GroupBuys;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>Ends group-buys before their time.</summary>
public sealed class CancelGroupBuyEndpoint(
    GroupBuyService service, GroupBuyViewReader views, IValidator<CancelGroupBuyRequest> validator)
{
    /// <summary>
    /// The cancelled group-buy: it takes no more places, and each order that bought nothing is to be refunded. A full
    /// team has succeeded for good. A repeat changes nothing; 409 once the group-buy is over.
    /// </summary>
    [Function("CancelGroupBuy")]
    [Request<CancelGroupBuyRequest>, Response<GroupBuyView>, Problem(409)]
    public async Task<IResult> Cancel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/group-buys/{groupBuyId}/cancel")]
        HttpRequest request,
        string groupBuyId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return await service.CancelAsync(groupBuyId, body!.Reason!, body.By!) switch
        {
            null => GroupBuyEndpoints.NotFound(groupBuyId),
            { Events: [GroupBuyEvent.Refused refused] } => Problems.From(refused.Refusal),
            { After: var cancelled } => ApiJson.Json(await views.ReadAsync(cancelled)),
        };
    }
}
