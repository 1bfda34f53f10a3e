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
        var (decided, actions) = await DecideAsync(id, command, expected);
        return new(
            decided switch
            {
                null => NotFound(id),
                { Events: [ConversionEvent.Refused refused] } => Problems.From(refused.Refusal),
                var (after, _) => EntityTag.Json(request, after, await views.ReadAsync(after)),
            },
            actions);
    }

    /// <summary>
    /// The conversion after the command, null when there is none, and the actions that the function performs.
    /// </summary>
    public async Task<(Decided<Conversion, ConversionEvent>? Decided, IReadOnlyList<DurableAction> Actions)>
        DecideAsync(string id, Func<Conversion, ConversionCommand> command, ExpectedVersion? expected = null)
    {
        var decided = await conversions.DecideAsync(id, command, expected);
        if (decided is null or { Events: [ConversionEvent.Refused] }) return (decided, DurableAction.None);
        // A repeat writes and notifies again, because the first request may have failed before it did.
        await groupSales.WriteAsync(decided.After);
        return (decided, [new DurableAction.Raise(SellingInstanceIds.Conversion(id), WorkflowEvents.Edit)]);
    }
}
