using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>A partition for each reward: its owner.</summary>
public sealed class RewardsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Rewards"), retry);
