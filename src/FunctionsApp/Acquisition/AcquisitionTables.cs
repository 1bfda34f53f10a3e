using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition;

/// <summary>A partition for each campaign: the campaign, its report and its stock of gifts.</summary>
public sealed class CampaignsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Campaigns"), retry);

/// <summary>A partition for each code: the join code or the tracked link.</summary>
public sealed class CodesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Codes"), retry);

/// <summary>A partition for each poster.</summary>
public sealed class PostersTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Posters"), retry);

/// <summary>
/// Eight partitions for each campaign, each with the standings, credits and totals of its share of the participants.
/// </summary>
public sealed class StandingsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Standings"), retry);

/// <summary>A partition for each reward: its owner.</summary>
public sealed class RewardsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Rewards"), retry);

/// <summary>A partition for each campaign: the number of scans of each code, a row for each batch.</summary>
public sealed class ScansTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Scans"), retry);
