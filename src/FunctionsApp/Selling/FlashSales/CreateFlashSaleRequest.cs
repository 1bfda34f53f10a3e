using Community.Platform;
using Community.Selling.FlashSales;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>The body of <c>POST /api/flash-sales</c>. An absent <c>quantity</c> is unlimited.</summary>
public record CreateFlashSaleRequest(
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
/// those that were sent. Null clears <c>waves</c> and <c>quantity</c>.
/// </summary>
public sealed record EditFlashSaleRequest(
    Optional<DateTimeOffset?> ClosesAt = default,
    Optional<string?> Farewell = default,
    Optional<IReadOnlyList<WaveRequest>?> Waves = default,
    Optional<int?> Quantity = default)
{
    public FlashSaleCommand.Edit ToCommand(DateTimeOffset now)
    {
        IReadOnlyList<FlashWave>? waves =
            Waves.IsPresent ? [.. (Waves.Value ?? []).Select(wave => wave.ToWave())] : null;
        return new(ClosesAt.Value, Farewell.Value, waves, Quantity, now);
    }
}
