using System.Text.Json.Serialization;
using Community.Selling.FlashSales;
using FunctionsApp.Selling.FlashSales;

namespace FunctionsApp.Transfer.Documents;

/// <summary>A flash sale; <c>held</c> true keeps its messages back.</summary>
public sealed record FlashSaleItem(
    string? Id,
    string? Name,
    IReadOnlyList<CreateFlashSaleRequest.FlashGroupRequest>? Groups,
    DateTimeOffset? OpensAt,
    IReadOnlyList<WaveRequest>? Waves,
    DateTimeOffset? ClosesAt,
    int? Quantity,
    string? Farewell,
    string? NewBuyerGroupId,
    [property: JsonPropertyOrder(1)] bool? Held = null)
    : CreateFlashSaleRequest(Id, Name, Groups, OpensAt, Waves, ClosesAt, Quantity, Farewell, NewBuyerGroupId)
{
    public static FlashSaleItem From(FlashSale sale) => new(
        sale.Id,
        sale.Name,
        [.. sale.GroupIds.Select(id => new FlashGroupRequest(id))],
        sale.OpensAt.ToUniversalTime(),
        [.. sale.Waves.Select(wave => new WaveRequest(wave.At.ToUniversalTime(), wave.Text, wave.Url))],
        sale.ClosesAt.ToUniversalTime(),
        sale.Quantity,
        sale.Farewell,
        sale.NewBuyerGroupId,
        sale.IsHeld);
}
