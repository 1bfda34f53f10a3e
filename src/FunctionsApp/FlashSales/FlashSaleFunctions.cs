using Community.FlashSales;
using Community.Groups;
using Community.Sequences;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Http;
using FunctionsApp.Sequences;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.FlashSales;

/// <summary>Flash groups (快闪群): planned, changed while they run, closed early, watched.</summary>
public sealed class FlashSaleFunctions(
    FlashSaleStore sales, GroupStore groups, IValidator<CreateFlashSale> createRules, IValidator<EditFlashSale> editRules, TimeProvider clock)
{
    /// <summary>201 with the sale, its sequence started; 400 when the group is unknown, no flash group or ends too early; 409 when another sale has it.</summary>
    [Function("CreateFlashSale")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flash-sales")] HttpRequest request, [DurableClient] DurableTaskClient sequences)
    {
        var asked = await RequestBody.ReadAsync(request, createRules);
        if (asked.Problem is not null) return asked.Problem;
        var sale = asked.Value!.ToFlashSale(Creation.IdFor(request, asked.Value.Id), clock.GetUtcNow());
        var fingerprint = Creation.Fingerprint(asked.Value);
        if (await sales.FindAsync(sale.Id) is null && await UnfitAsync(sale) is { } unfit) return unfit; // a repeat is one however late it comes
        var (made, stands) = await sales.CreateAsync(sale, fingerprint);
        if (stands.Fingerprint == fingerprint)
            await sequences.EnsureStartedAsync(nameof(FlashGroupOrchestrator), InstanceIds.FlashSale(sale.Id), new FlashSaleReference(sale.Id, sale.GroupId));
        var view = FlashSaleView.Of(stands.Value, null);
        return Creation.Answer(request.HttpContext.Response, $"/api/flash-sales/{sale.Id}", view, made, stands.Fingerprint == fingerprint);
    }

    /// <summary>Flash sales by pages, in order of id.</summary>
    [Function("ListFlashSales")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flash-sales")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) => (await sales.PageAsync(size, continuation)).Map(sale => FlashSaleView.Of(sale, null)));

    /// <summary>One sale, with the step its sequence stands at and the next instant; 404 when there is none.</summary>
    [Function("GetFlashSale")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flash-sales/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient sequences) =>
        await sales.FindAsync(id) is { } sale ? ApiJson.Json(await ViewAsync(sale.Value, sequences)) : NoSuchSale(id);

    /// <summary>The sale with another closing instant or farewell; 409 once it is closing.</summary>
    [Function("EditFlashSale")]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Function, "patch", Route = "api/flash-sales/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient sequences)
    {
        var asked = await RequestBody.ReadAsync(request, editRules);
        if (asked.Problem is not null) return asked.Problem;
        if (await OutlivesCharterAsync(id, asked.Value!.ClosesAt) is { } outlives) return outlives;
        return await DecideAsync(id, new FlashSaleCommand.Edit(asked.Value.ClosesAt, asked.Value.Farewell), sequences);
    }

    /// <summary>Ends the sale now; the farewell and the group's end follow.</summary>
    [Function("CloseFlashSale")]
    public Task<IResult> Close(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flash-sales/{id}/close")] HttpRequest request, string id, [DurableClient] DurableTaskClient sequences) =>
        DecideAsync(id, new FlashSaleCommand.Close(clock.GetUtcNow()), sequences);

    // Stored first, told after: the sequence reads the sale again whenever it wakes.
    async Task<IResult> DecideAsync(string id, FlashSaleCommand command, DurableTaskClient sequences)
    {
        if (await sales.DecideAsync(id, command) is not var (after, events)) return NoSuchSale(id);
        if (events is [FlashSaleEvent.Refused refused])
            return refused.Field == "state" ? Problems.Conflict(refused.Reason) : Problems.Invalid(refused.Field, refused.Reason);
        await sequences.RaiseEventAsync(InstanceIds.FlashSale(id), SequenceEvents.Edit, "");
        return ApiJson.Json(await ViewAsync(after, sequences));
    }

    async Task<IResult?> UnfitAsync(FlashSale sale) => await groups.FindAsync(sale.GroupId) switch
    {
        _ when sale.ClosesAt <= sale.CreatedAt => Problems.Invalid("closesAt", "must be in the future."),
        null => Problems.Invalid("groupId", $"there is no group {sale.GroupId}."),
        { Value.Kind: not GroupKind.Flash } => Problems.Invalid("groupId", "is not a flash group: a flash sale ends with its group."),
        { Value.State: >= GroupState.Closed } => Problems.Invalid("groupId", "is closed."),
        { Value.Charter: var charter } when Outlives(sale.ClosesAt, charter) is { } outlives => outlives,
        _ => await groups.ClaimForFlashSaleAsync(sale.GroupId, sale.Id) is var owner && owner == sale.Id ? null : Problems.Conflict($"groupId: the flash sale {owner} has this group."),
    };

    async Task<IResult?> OutlivesCharterAsync(string id, DateTimeOffset? closesAt) =>
        closesAt is { } until && await sales.FindAsync(id) is { } sale && await groups.FindAsync(sale.Value.GroupId) is { } group ? Outlives(until, group.Value.Charter) : null;

    static IResult? Outlives(DateTimeOffset closesAt, Charter charter) =>
        closesAt > charter.EndsAt ? Problems.Invalid("closesAt", $"must not be after the group's charter ends, {charter.EndsAt:O}.") : null;

    static async Task<FlashSaleView> ViewAsync(FlashSale sale, DurableTaskClient sequences) =>
        FlashSaleView.Of(sale, (await sequences.GetInstanceAsync(InstanceIds.FlashSale(sale.Id), getInputsAndOutputs: true))?.ReadCustomStatusAs<SequenceStatus>());

    static IResult NoSuchSale(string id) => Problems.NotFound($"There is no flash sale {id}.");
}

/// <summary>A flash sale as the API shows one; step and next instant are null where its sequence has not shown any.</summary>
public sealed record FlashSaleView(
    string Id,
    string Name,
    string GroupId,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    string Farewell,
    FlashSaleState State,
    string? Step,
    DateTimeOffset? NextAt,
    IReadOnlyList<string> WaitsFor,
    bool Held)
{
    /// <summary>The view of a sale.</summary>
    public static FlashSaleView Of(FlashSale sale, SequenceStatus? status) => new(
        sale.Id,
        sale.Name,
        sale.GroupId,
        sale.OpensAt,
        sale.ClosesAt,
        sale.Farewell,
        sale.State,
        status?.Step,
        status?.NextAt,
        status?.WaitsFor ?? [],
        status?.Held ?? false);
}
