using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Selling.Conversions;

/// <summary>The response to a command, and the actions that the function performs before it responds.</summary>
public sealed record ConversionResponse(IResult Response, IReadOnlyList<DurableAction> Actions);

/// <summary>Performs operators' commands to conversions.</summary>
public sealed class ConversionService(
    ConversionStore conversions, GroupSaleStore groupSales, ConversionViewReader views)
{
    const string DefaultAuthor = "operator";

    /// <summary>The name that the audit shows for a request that names no author.</summary>
    public static string AuthorOf(string? name) => name ?? DefaultAuthor;

    public static IResult NotFound(string id) => Problems.NotFound($"There is no conversion {id}.");

    /// <summary>200 with the conversion after the command; 404, 400 with the field, or 409 with the reason.</summary>
    public async Task<ConversionResponse> DecideAsync(
        HttpRequest request,
        string id,
        Func<Conversion, ConversionCommand> command,
        ExpectedVersion? expected = null)
    {
        if (await conversions.DecideAsync(id, command, expected) is not { } decided)
            return new(NotFound(id), DurableAction.None);
        if (decided.Events is [ConversionEvent.Refused refused])
            return new(Problems.From(refused.Refusal), DurableAction.None);
        // A repeat writes and notifies again, because the first request may have failed before it did.
        await groupSales.WriteAsync(decided.After);
        return new(
            EntityTag.Json(request, decided.After, await views.ReadAsync(decided.After)),
            [new DurableAction.Raise(SellingInstanceIds.Conversion(id), WorkflowEvents.Edit)]);
    }
}
