using Community.Content;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Content.Library;

/// <summary>The content library (素材库).</summary>
public sealed class ContentEndpoints(
    ContentStore contents,
    ContentCreator creator,
    Creation creation,
    PublicAddress address,
    IValidator<CreateContentRequest> createValidator,
    IValidator<EditContentRequest> editValidator,
    TimeProvider clock)
{
    /// <summary>
    /// 201 with the draft; 200 for a repeat; 400 for a text that cannot be filled in, is too long or breaks a rule of
    /// the platform without an acknowledgement; 409 when the id belongs to another item.
    /// </summary>
    [Function("CreateContent")]
    [Request<CreateContentRequest>, Creation<ContentView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/content")] HttpRequest request) =>
        creation.RunAsync(request, new CreationSteps<CreateContentRequest, ContentItem, ContentView>
        {
            Operation = "CreateContent",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => creator.CreateAsync(wanted, address.Absolute(request, "/l/")),
            ViewAsync = item => Task.FromResult(ContentView.From(item)),
            Location = item => $"/api/content/{item.Id}",
        });

    /// <summary>Items by pages, in order of id, with the filters <c>kind</c>, <c>tag</c> and <c>state</c>.</summary>
    [Function("ListContent")]
    [Page<ContentView>]
    [Query<ContentKind>("kind", "Only items of this kind.")]
    [Query<string>("tag", "Only items with this tag.")]
    [Query<ContentState>("state", "Only items in this state.")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/content")] HttpRequest request)
    {
        var (filter, problem) = ContentFilter.Read(request);
        if (problem is not null) return problem;
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await contents.PageAsync(filter!, size, continuation)).Map(ContentView.From));
    }

    /// <summary>One item; 404 when there is none.</summary>
    [Function("GetContent")]
    [Response<ContentView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/content/{contentId}")] HttpRequest request,
        string contentId) =>
        await contents.FindAsync(contentId) is { Value: var item }
            ? EntityTag.Json(request, item, ContentView.From(item))
            : ContentAnswers.NotFound(contentId);

    /// <summary>
    /// The item after an edit, which needs approval again; 400 as at the creation, 409 for a retired item.
    /// </summary>
    [Function("EditContent")]
    [Request<EditContentRequest>, Response<ContentView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/content/{contentId}")] HttpRequest request,
        string contentId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        return await EntityTag.CheckAsync(request, async expected => ContentAnswers.From(
            request,
            contentId,
            await contents.DecideAsync(contentId, body!.ToCommand(clock.GetUtcNow()), expected)));
    }
}
