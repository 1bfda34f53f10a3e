using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// Eight partitions for each campaign, each with the standings, credits and totals of its share of the participants.
/// </summary>
public sealed class StandingsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Standings"), retry);
