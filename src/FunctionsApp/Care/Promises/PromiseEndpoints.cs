using Community.Care.Promises;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Promises;

/// <summary>Promises (承诺) of delivery groups: what was promised against what was delivered.</summary>
public sealed class PromiseEndpoints(
    PromiseStore promises,
    PromiseCreator creator,
    PromiseService service,
    PromiseReader reader,
    GroupStore groups,
    Creation creation,
    PublicAddress address,
    IValidator<CreatePromiseRequest> validator)
{
    const string Route = "api/promises";

    /// <summary>
    /// 201 with the promise; 200 for a repeat; 400 for an unknown, dissolved or other group than a delivery group, and
    /// for a unit that is due in the past or after the end of the group's charter; 409 when the id belongs to another
    /// promise.
    /// </summary>
    [Function("CreatePromise")]
    [Request<CreatePromiseRequest>, Creation<PromiseView>]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<CreatePromiseRequest, Promise, PromiseView>
        {
            Operation = "CreatePromise",
            Validator = validator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => creator.CreateAsync(wanted, address.Absolute(request, "/u/")),
            FollowAsync = service.WatchAsync,
            ViewAsync = reader.ReadAsync,
            Location = promise => $"/{Route}/{promise.Id}",
        });

    /// <summary>
    /// Promises by pages in order of id, with <c>groupId</c> those of a group. 400 for an unknown group.
    /// </summary>
    [Function("ListPromises")]
    [Page<PromiseSummaryView>]
    [Query<string>("groupId", "Only promises to this group.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request)
    {
        if (QueryFields.Text(request, "groupId") is not { } groupId)
            return await AnswerAsync(request, promises.PageAsync);
        return await groups.FindAsync(groupId) is null
            ? Problems.Invalid("groupId", $"there is no group {groupId}.")
            : await AnswerAsync(request, (size, after) => promises.PageOfGroupAsync(groupId, size, after));
    }

    /// <summary>One promise; 404 when there is none.</summary>
    [Function("GetPromise")]
    [Response<PromiseView>]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/{{promiseId}}")] HttpRequest request,
        string promiseId) =>
        await promises.FindAsync(promiseId) is { Value: var promise }
            ? ApiJson.Json(await reader.ReadAsync(promise))
            : NotFound(promiseId);

    internal static IResult NotFound(string promiseId) => Problems.NotFound($"There is no promise {promiseId}.");

    Task<IResult> AnswerAsync(HttpRequest request, Func<int, string?, Task<Slice<Promise>>> read) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await read(size, continuation);
            return new Slice<PromiseSummaryView>(
                await Task.WhenAll(page.Items.Select(reader.SummarizeAsync)), page.Continuation);
        });
}
