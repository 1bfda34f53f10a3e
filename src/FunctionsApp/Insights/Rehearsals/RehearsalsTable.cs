using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>
/// Reports of rehearsals: one partition with the reports and their number, and one with the texts of each upload.
/// </summary>
public sealed class RehearsalsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Rehearsals"), retry);
