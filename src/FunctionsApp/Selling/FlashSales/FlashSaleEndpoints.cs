using Community.Selling;
using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FluentValidation;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>Flash sales (快闪): planned, changed while they run, closed early, watched.</summary>
public sealed class FlashSaleEndpoints(
    FlashSaleStore sales,
    FlashSaleCreator creator,
    OfferSalesStore offerSales,
    Creation creation,
    IValidator<CreateFlashSaleRequest> createRules,
    IValidator<EditFlashSaleRequest> editRules,
    PublicAddress address,
    TimeProvider clock)
{
    /// <summary>201 with the sale, its sequences started; 400 when a group is unknown, no flash group or ends too early; 409 when another sale has one.</summary>
    [Function("CreateFlashSale")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flash-sales")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, createRules);
        if (body.Problem is not null) return body.Problem;
        var id = creation.IdFor(request, body.Value!.Id);
        var fingerprint = Creation.Fingerprint(body.Value);
        var (made, stands) = (false, await sales.FindAsync(id)); // a repeat is one however late it comes
        if (stands is null)
        {
            var (groups, unfit) = await creator.GroupsAsync(body.Value);
            if (unfit is not null) return unfit;
            var sale = body.Value.ToFlashSale(id, groups.Min(group => group.Charter.EndsAt!.Value), address.Absolute(request, "/l/"), clock.GetUtcNow());
            if ((await creator.ProblemAsync(sale) ?? await creator.ClaimAsync(sale)) is { } problem) return problem;
            (made, stands) = await sales.CreateAsync(sale, fingerprint);
        }

        var isSame = stands.Fingerprint == fingerprint;
        if (isSame) await StartAsync(stands.Value, durable);
        var view = FlashSaleView.From(stands.Value, await sales.GroupsAsync(stands.Value), null, clock.GetUtcNow());
        return Creation.Answer(request.HttpContext.Response, $"/api/flash-sales/{id}", view, made, isSame);
    }

    /// <summary>Flash sales by pages, in order of id.</summary>
    [Function("ListFlashSales")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flash-sales")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
        {
            var page = await sales.PageAsync(size, continuation);
            var groups = await Task.WhenAll(page.Items.Select(sales.GroupsAsync));
            return new Slice<FlashSaleView>([.. page.Items.Zip(groups, (sale, its) => FlashSaleView.From(sale, its, null, clock.GetUtcNow()))], page.Continuation);
        });

    /// <summary>One sale, with the step it stands at, the next instant, and what each group waits for; 404 when there is none.</summary>
    [Function("GetFlashSale")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flash-sales/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        await sales.FindAsync(id) is { } sale ? ApiJson.Json(await ViewAsync(sale.Value, durable)) : NoSuchSale(id);

    /// <summary>The sale with another closing instant, farewell, quantity, or other waves; 409 for a wave that was sent, and once the sale is over.</summary>
    [Function("EditFlashSale")]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Function, "patch", Route = "api/flash-sales/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, editRules);
        if (body.Problem is not null) return body.Problem;
        if (await sales.FindAsync(id) is not { Value: var sale }) return NoSuchSale(id);
        if (FlashSaleCreator.TooLongWave([.. (body.Value!.Waves ?? []).Select(wave => wave.ToWave())], sale.LinkBase) is { } tooLong) return tooLong;
        return await DecideAsync(id, body.Value.ToCommand(clock.GetUtcNow()), durable);
    }

    /// <summary>Ends the sale now, even while it is held; the farewell and the groups' end follow.</summary>
    [Function("CloseFlashSale")]
    public Task<IResult> Close(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flash-sales/{id}/close")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        DecideAsync(id, new FlashSaleCommand.Close(clock.GetUtcNow()), durable);

    /// <summary>Nothing is left: the sale ends now, without another wave.</summary>
    [Function("SellOutFlashSale")]
    public Task<IResult> SellOut(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flash-sales/{id}/sold-out")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable) =>
        DecideAsync(id, new FlashSaleCommand.SellOut(clock.GetUtcNow()), durable);

    // Stored first, told after: the sequences read the sale again whenever they wake. A repeat tells again.
    async Task<IResult> DecideAsync(string id, FlashSaleCommand command, DurableTaskClient durable)
    {
        if (await sales.DecideAsync(id, command) is not var (after, events)) return NoSuchSale(id);
        if (events is [FlashSaleEvent.TooLate late]) return Problems.Conflict($"{late.Reason}.");
        if (events is [FlashSaleEvent.Refused refused]) return Problems.Invalid(refused.Field, refused.Reason);
        if (command is FlashSaleCommand.Edit { Quantity: not null }) await StockAsync(after, durable);
        await durable.NotifyAllAsync(after);
        return ApiJson.Json(await ViewAsync(after, durable));
    }

    async Task StartAsync(FlashSale sale, DurableTaskClient durable)
    {
        await StockAsync(sale, durable);
        await durable.EnsureStartedAsync(nameof(FlashSaleOrchestrator), SellingInstanceIds.FlashSale(sale.Id), new FlashSaleReference(sale.Id));
    }

    Task StockAsync(FlashSale sale, DurableTaskClient durable) =>
        offerSales.SetStockAsync(new OfferReference(OfferKind.FlashSale, sale.Id), new OfferStock(sale.Quantity), durable);

    async Task<FlashSaleView> ViewAsync(FlashSale sale, DurableTaskClient durable)
    {
        var instance = await durable.GetInstanceAsync(SellingInstanceIds.FlashSale(sale.Id), getInputsAndOutputs: true);
        return FlashSaleView.From(sale, await sales.GroupsAsync(sale), instance?.ReadCustomStatusAs<WorkflowStatus>(), clock.GetUtcNow());
    }

    static IResult NoSuchSale(string id) => Problems.NotFound($"There is no flash sale {id}.");
}
