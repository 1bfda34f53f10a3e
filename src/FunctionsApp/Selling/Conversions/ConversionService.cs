using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Where the operator's changes are stored, and then told to the sequence, which reads again whenever it wakes.</summary>
public sealed class ConversionService(ConversionStore conversions, ConversionViewReader views)
{
    const string Operator = "operator";

    /// <summary>Who the audit names: nobody's name is the operator's.</summary>
    public static string NameOf(string? by) => by ?? Operator;

    /// <summary>404.</summary>
    public static IResult Unknown(string id) => Problems.NotFound($"There is no conversion {id}.");

    /// <summary>200 with the conversion as it stands then; 404, 400 with the field, or 409 with the reason.</summary>
    public async Task<IResult> DecideAsync(string id, Func<Conversion, ConversionCommand> command, DurableTaskClient durable)
    {
        if (await conversions.DecideAsync(id, command) is not var (after, events)) return Unknown(id);
        if (events is [ConversionEvent.Refused refused])
            return refused.Field == ConversionRules.State ? Problems.Conflict(refused.Reason) : Problems.Invalid(refused.Field, refused.Reason);
        await durable.RaiseEventAsync(SellingInstanceIds.Conversion(id), WorkflowEvents.Edit, ""); // after a repeat too: the first request may have ended before this
        return ApiJson.Json(await views.ReadAsync(after));
    }
}
