using Community.Selling;
using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Conversions (转化).</summary>
public sealed class ConversionEndpoints(
    ConversionStore conversions,
    ConversionCreator creator,
    ConversionService service,
    ConversionViewReader views,
    Creation creation,
    PublicAddress address,
    IValidator<CreateConversionRequest> createValidator,
    IValidator<EditConversionRequest> editValidator,
    TimeProvider clock)
{
    /// <summary>
    /// 201 with the conversion; 200 for a repeat; 400 for a group that does not exist or is dissolved, an instant in
    /// the past or a text that is too long.
    /// </summary>
    [Function("CreateConversion")]
    [Request<CreateConversionRequest>, Creation<ConversionView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversions")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        creation.RunAsync(request, new CreationSteps<CreateConversionRequest, Conversion, ConversionView>
        {
            Operation = "CreateConversion",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => creator.CreateAsync(wanted, address.Absolute(request, "/l/")),
            FollowAsync = async conversion => await durable.PerformAsync(await creator.FollowAsync(conversion)),
            ViewAsync = views.ReadAsync,
            Location = conversion => $"/api/conversions/{conversion.Id}",
        });

    /// <summary>Conversions by pages, in order of id, without their groups.</summary>
    [Function("ListConversions")]
    [Page<ConversionListView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/conversions")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await conversions.PageAsync(size, continuation);
            return page.Map(conversion => ConversionListView.From(conversion, clock.GetUtcNow()));
        });

    /// <summary>One conversion with its groups, arms and changes; 404 when there is none.</summary>
    [Function("GetConversion")]
    [Response<ConversionView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/conversions/{id}")] HttpRequest request,
        string id) =>
        await conversions.FindAsync(id) is { Value: var found }
            ? EntityTag.Json(request, found, await views.ReadAsync(found))
            : ConversionService.NotFound(id);

    /// <summary>
    /// The conversion with other terms; 409 with the reason when a step that they belong to has begun.
    /// </summary>
    [Function("EditConversion")]
    [Request<EditConversionRequest>, Response<ConversionView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/conversions/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        var author = ConversionService.AuthorOf(body!.By);
        return await EntityTag.CheckAsync(request, async expected =>
        {
            var (response, actions) = await service.DecideAsync(
                request,
                id,
                conversion => new ConversionCommand.Edit(body.ApplyTo(conversion.Terms), author, clock.GetUtcNow()),
                expected);
            await durable.PerformAsync(actions);
            return response;
        });
    }
}
