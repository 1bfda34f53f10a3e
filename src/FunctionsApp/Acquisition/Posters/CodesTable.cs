using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Posters;

/// <summary>A partition for each code: the join code or the tracked link.</summary>
public sealed class CodesTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Codes"), retry);
