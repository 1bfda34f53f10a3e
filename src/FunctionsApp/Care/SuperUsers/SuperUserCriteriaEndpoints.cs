using Community.Care.SuperUsers;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>What groups of super users (超级用户群) ask for and give.</summary>
public sealed class SuperUserCriteriaEndpoints(
    SuperUserCriteriaStore criteria,
    SuperUserCriteriaService service,
    GroupStore groups,
    PublicAddress address,
    IValidator<PutSuperUserCriteriaRequest> validator,
    TimeProvider clock)
{
    const string Route = "api/super-users/criteria";

    /// <summary>
    /// Publishes the criteria of a group in place of those before, and looks for people who meet them. 200 with the
    /// criteria, unchanged for a repeat; 400 for an unknown or dissolved group, one of another kind, a rule that nobody
    /// can meet and a mix outside 0 to 1; 409 when 50 groups have criteria.
    /// </summary>
    [Function("PutSuperUserCriteria")]
    [Request<PutSuperUserCriteriaRequest>, Response<SuperUserCriteriaView>, Problem(409), Versioned]
    public async Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected =>
        {
            var (stored, refusal) = await service.PublishAsync(body!.ToCriteria(clock.GetUtcNow()), expected);
            return refusal is null ? Answer(request, stored!) : Problems.From(refusal);
        });
    }

    /// <summary>The criteria of a group; 400 without <c>groupId</c>; 404 when there are none.</summary>
    [Function("GetSuperUserCriteria")]
    [Response<SuperUserCriteriaView>, Problem(404), Versioned]
    [Query<string>("groupId", "The group.", IsRequired = true)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        if (QueryFields.Text(request, "groupId") is not { } groupId) return Problems.Invalid("groupId", "is missing.");
        return await criteria.FindAsync(groupId) is { } found
            ? Answer(request, found)
            : Problems.NotFound($"There are no criteria of a group {groupId}.");
    }

    /// <summary>The criteria and benefits of a group, for everybody; 404 before they are published.</summary>
    [Function("SuperUserCriteriaPage")]
    [Public]
    [Response(200, "text/html")]
    public async Task<IResult> Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "c/{groupId}")] HttpRequest request, string groupId)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await criteria.FindAsync(groupId) is { } found
            && await groups.LookUpAsync(groupId) is { IsAlive: true } group
                ? Results.Text(SuperUserCriteriaPage.Render(found, group), "text/html; charset=utf-8")
                : Problems.NotFound("There is no such page.");
    }

    /// <summary>The path of the page with the criteria of a group.</summary>
    internal static string PagePath(string groupId) => $"/c/{groupId}";

    IResult Answer(HttpRequest request, SuperUserCriteria found) => EntityTag.Json(
        request, found, SuperUserCriteriaView.From(found, address.Absolute(request, PagePath(found.GroupId))));
}
