using Community.Care.Crises;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Crises;

/// <summary>Crises (暴雷), which freeze their groups.</summary>
public sealed class CrisisEndpoints(
    CrisisStore crises,
    CrisisCreator creator,
    CrisisService service,
    CrisisReader reader,
    Creation creation,
    IValidator<OpenCrisisRequest> validator)
{
    const string Route = "api/crises";

    /// <summary>
    /// 201 with the crisis, whose groups are held: nothing is sent to them and their members but the statements of the
    /// crisis, and codes lead past them. 200 for a repeat; 400 for an unknown or dissolved group or owner; 409 when no
    /// owner is known and when the id belongs to another crisis.
    /// </summary>
    [Function("OpenCrisis")]
    [Request<OpenCrisisRequest>, Creation<CrisisView>]
    public Task<IResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<OpenCrisisRequest, Crisis, CrisisView>
        {
            Operation = "OpenCrisis",
            Validator = validator,
            ChosenId = body => body.Id,
            CreateAsync = creator.CreateAsync,
            FollowAsync = service.FollowAsync,
            ViewAsync = reader.ReadAsync,
            Location = crisis => $"/{Route}/{crisis.Id}",
        });

    /// <summary>Crises by pages, in order of id.</summary>
    [Function("ListCrises")]
    [Page<CrisisSummaryView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await crises.PageAsync(size, continuation)).Map(CrisisSummaryView.From));

    /// <summary>One crisis; 404 when there is none.</summary>
    [Function("GetCrisis")]
    [Response<CrisisView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{crisisId}}")] HttpRequest request,
        string crisisId) =>
        await crises.FindAsync(crisisId) is { Value: var crisis }
            ? ApiJson.Json(await reader.ReadAsync(crisis))
            : NotFound(crisisId);

    internal static IResult NotFound(string crisisId) => Problems.NotFound($"There is no crisis {crisisId}.");
}
