using Community.Platform;
using Community.Selling.FlashSales;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The body of <c>POST /api/flash-sales</c>. An absent <c>quantity</c> is unlimited.</summary>
public sealed record CreateFlashSaleRequest(
    string? Id,
    string? Name,
    IReadOnlyList<CreateFlashSaleRequest.FlashGroupRequest>? Groups,
    DateTimeOffset? OpensAt,
    IReadOnlyList<WaveRequest>? Waves,
    DateTimeOffset? ClosesAt,
    int? Quantity,
    string? Farewell,
    string? NewBuyerGroupId)
{
    public sealed record FlashGroupRequest(string? GroupId);

    /// <summary>The new sale. <paramref name="mustEndBy"/> is the earliest end of its groups' charters.</summary>
    public FlashSale ToFlashSale(string id, DateTimeOffset mustEndBy, string linkBase, DateTimeOffset now) => new(
        id,
        Name!,
        [.. Groups!.Select(group => group.GroupId!)],
        OpensAt!.Value,
        [.. (Waves ?? []).Select(wave => wave.ToWave())],
        ClosesAt!.Value,
        Quantity,
        Farewell!,
        NewBuyerGroupId,
        mustEndBy,
        linkBase,
        now);
}

public sealed record WaveRequest(DateTimeOffset? At, string? Text, string? Url)
{
    public FlashWave ToWave() => new(At!.Value, Text!, WebUrl.Normalize(Url));
}

/// <summary>
/// The body of <c>PATCH /api/flash-sales/{id}</c>. Absent fields do not change; <c>waves</c> lists all waves, including
/// those that were sent.
/// </summary>
public sealed record EditFlashSaleRequest(
    DateTimeOffset? ClosesAt, string? Farewell, IReadOnlyList<WaveRequest>? Waves, int? Quantity)
{
    public FlashSaleCommand.Edit ToCommand(DateTimeOffset now) =>
        new(ClosesAt, Farewell, Waves is null ? null : [.. Waves.Select(wave => wave.ToWave())], Quantity, now);
}
