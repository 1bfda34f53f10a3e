using Community.Messaging.Channels;
using Community.Selling;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FluentValidation;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Flash sales (快闪).</summary>
public sealed class FlashSaleEndpoints(
    FlashSaleStore sales,
    FlashSaleCreator creator,
    FlashSaleEditor editor,
    OfferSalesStore offerSales,
    Creation creation,
    IValidator<CreateFlashSaleRequest> createValidator,
    IValidator<EditFlashSaleRequest> editValidator,
    PublicAddress address,
    IChannel channel,
    TimeProvider clock)
{
    static readonly ChannelAction[] ActionsOfSale =
    [
        ChannelAction.CreateGroup,
        ChannelAction.OpenJoinCode,
        ChannelAction.SendToGroup,
        ChannelAction.SendToMember,
        ChannelAction.DissolveGroup,
    ];

    /// <summary>
    /// 201 with the sale; 200 for a repeat; 400 for a group that does not exist, is no flash group or ends too early;
    /// 409 for a group of another sale.
    /// </summary>
    [Function("CreateFlashSale")]
    [Request<CreateFlashSaleRequest>, Creation<FlashSaleView>, Versioned]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flash-sales")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        creation.RunAsync(request, new CreationSteps<CreateFlashSaleRequest, FlashSale, FlashSaleView>
        {
            Operation = "CreateFlashSale",
            Validator = createValidator,
            ChosenId = body => body.Id,
            CreateAsync = wanted => creator.CreateAsync(wanted, address.Absolute(request, "/l/")),
            FollowAsync = async sale => await durable.PerformAsync(await creator.FollowAsync(sale)),
            ViewAsync = async sale => WithChannel(ViewOf(sale, await sales.GroupsAsync(sale))),
            Location = sale => $"/api/flash-sales/{sale.Id}",
        });

    /// <summary>Flash sales by pages, in order of id.</summary>
    [Function("ListFlashSales")]
    [Page<FlashSaleView>]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/flash-sales")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await sales.PageAsync(size, continuation);
            var groups = await Task.WhenAll(page.Items.Select(sales.GroupsAsync));
            return new Slice<FlashSaleView>([.. page.Items.Zip(groups, ViewOf)], page.Continuation);
        });

    /// <summary>
    /// One sale with its step, the next instant, what was sold, and what each group waits for; 404 when there is none.
    /// </summary>
    [Function("GetFlashSale")]
    [Response<FlashSaleView>, Versioned]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/flash-sales/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        await sales.FindAsync(id) is { Value: var sale }
            ? EntityTag.Json(request, sale, await ReadViewAsync(sale, durable))
            : NotFound(id);

    /// <summary>The sale after an edit; 409 for a wave that was sent, and once the sale is over.</summary>
    [Function("EditFlashSale")]
    [Request<EditFlashSaleRequest>, Response<FlashSaleView>, Versioned, Problem(409)]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/flash-sales/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, editValidator);
        if (problem is not null) return problem;
        if (await sales.FindAsync(id) is not { Value: var sale }) return NotFound(id);
        var edit = body!.ToCommand(clock.GetUtcNow());
        if (FlashSaleCreator.SizeFault(edit.Waves ?? [], sale.LinkBase) is { } refusal) return Problems.From(refusal);
        return await EntityTag.CheckAsync(request, expected => DecideAsync(request, id, edit, durable, expected));
    }

    /// <summary>Ends the sale now, even while it is held.</summary>
    [Function("CloseFlashSale")]
    [Response<FlashSaleView>, Problem(409)]
    public Task<IResult> Close(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flash-sales/{id}/close")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        DecideAsync(request, id, new FlashSaleCommand.Close(clock.GetUtcNow()), durable);

    /// <summary>Reports that no stock is left: the sale ends now, without another wave.</summary>
    [Function("SellOutFlashSale")]
    [Response<FlashSaleView>, Problem(409)]
    public Task<IResult> SellOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flash-sales/{id}/sold-out")]
        HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable) =>
        DecideAsync(request, id, new FlashSaleCommand.SellOut(clock.GetUtcNow()), durable);

    async Task<IResult> DecideAsync(
        HttpRequest request,
        string id,
        FlashSaleCommand command,
        DurableTaskClient durable,
        ExpectedVersion? expected = null)
    {
        var (decided, actions) = await editor.DecideAsync(id, command, expected);
        await durable.PerformAsync(actions);
        return decided switch
        {
            null => NotFound(id),
            { Events: [FlashSaleEvent.Refused refused] } => Problems.From(refused.Refusal),
            var (sale, _) => EntityTag.Json(request, sale, await ReadViewAsync(sale, durable)),
        };
    }

    async Task<FlashSaleView> ReadViewAsync(FlashSale sale, DurableTaskClient durable)
    {
        var instance = await durable.GetInstanceAsync(SellingInstanceIds.FlashSale(sale.Id), getInputsAndOutputs: true);
        var status = instance?.ReadCustomStatusAs<WorkflowStatus>();
        var totals = new FlashSaleTotals(
            await offerSales.TotalAsync(OfferOf(sale)), await offerSales.TotalsAsync(OfferOf(sale)));
        var groups = await sales.GroupsAsync(sale);
        return WithChannel(FlashSaleView.From(sale, groups, status, totals, clock.GetUtcNow()));
    }

    FlashSaleView WithChannel(FlashSaleView view) => view with { Channel = channel.Describe(ActionsOfSale) };

    FlashSaleView ViewOf(FlashSale sale, IReadOnlyList<FlashGroup> groups) =>
        FlashSaleView.From(sale, groups, status: null, sales: null, clock.GetUtcNow());

    static OfferReference OfferOf(FlashSale sale) => new(OfferKind.FlashSale, sale.Id);

    internal static IResult NotFound(string id) => Problems.NotFound($"There is no flash sale {id}.");
}
