using System.Security.Cryptography;
using Community.Groups;
using Community.Selling;
using Community.Selling.Conversions;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Conversions (转化): planned, changed while they run, watched.</summary>
public sealed class ConversionEndpoints(
    ConversionStore conversions,
    ConversionService service,
    ConversionViewReader views,
    GroupStore groups,
    Creation creation,
    PublicAddress address,
    IValidator<CreateConversionRequest> createRules,
    IValidator<EditConversionRequest> editRules,
    TimeProvider clock)
{
    /// <summary>201 with the conversion, its sequence started; 200 for a repeat; 400 where a group is unknown or gone, an instant past or a text does not fit.</summary>
    [Function("CreateConversion")]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/conversions")] HttpRequest request, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, createRules);
        if (body.Problem is not null) return body.Problem;
        var id = creation.IdFor(request, body.Value!.Id);
        var wanted = body.Value.ToConversion(id, RandomNumberGenerator.GetInt32(int.MaxValue), address.Absolute(request, "/l/"), clock.GetUtcNow());
        var fingerprint = Creation.Fingerprint(body.Value);
        if (await conversions.FindAsync(id) is null && await UnfitAsync(wanted) is { } unfit) return unfit; // a repeat is one however late it comes
        var (made, stands) = await conversions.CreateAsync(wanted, fingerprint);
        if (stands.Fingerprint == fingerprint) await durable.EnsureStartedAsync(nameof(ConversionOrchestrator), SellingInstanceIds.Conversion(id), new ConversionReference(id));
        var view = await views.ReadAsync(stands.Value);
        return Creation.Answer(request.HttpContext.Response, $"/api/conversions/{id}", view, made, stands.Fingerprint == fingerprint);
    }

    /// <summary>Conversions by pages, in order of id, without their groups.</summary>
    [Function("ListConversions")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/conversions")] HttpRequest request) =>
        Paging.AnswerAsync(request, async (size, continuation) =>
            (await conversions.PageAsync(size, continuation)).Map(conversion => ConversionListView.From(conversion, clock.GetUtcNow())));

    /// <summary>One conversion with its groups, arms and changes; 404 when there is none.</summary>
    [Function("GetConversion")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/conversions/{id}")] HttpRequest request, string id) =>
        await conversions.FindAsync(id) is { } found ? ApiJson.Json(await views.ReadAsync(found.Value)) : ConversionService.Unknown(id);

    /// <summary>The conversion with other terms; 409 with the reason where a step was carried out that they belong to.</summary>
    [Function("EditConversion")]
    public async Task<IResult> Edit(
        [HttpTrigger(AuthorizationLevel.Function, "patch", Route = "api/conversions/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient durable)
    {
        var body = await RequestBody.ReadAsync(request, editRules);
        return body.Problem
            ?? await service.DecideAsync(
                id, conversion => new ConversionCommand.Edit(body.Value!.ApplyTo(conversion.Terms), ConversionService.NameOf(body.Value.By), clock.GetUtcNow()), durable);
    }

    async Task<IResult?> UnfitAsync(Conversion wanted)
    {
        if (wanted.Terms.WarmUp.At < wanted.CreatedAt) return Problems.Invalid("warmUp.at", "must not be in the past.");
        if (wanted.Terms.InstantFault is { } disorder) return Problems.Invalid(disorder.Field, disorder.Reason);
        if (ConversionTexts.Faults(wanted.Terms, wanted.LinkBase) is [var fault, ..]) return Problems.Invalid(fault.Field, fault.Reason);
        var found = await Task.WhenAll(wanted.GroupIds.Select(groups.FindAsync));
        foreach (var (id, group) in wanted.GroupIds.Zip(found))
        {
            if (group is null) return Problems.Invalid("groupIds", $"there is no group {id}.");
            if (group.Value.State is GroupState.Dissolving or GroupState.Dissolved) return Problems.Invalid("groupIds", $"{id} is {group.Value.State}.");
        }

        return null;
    }
}
