using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>The join ways of codes, in a partition for each code, and the list of them.</summary>
public sealed class JoinWaysTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("JoinWays"), retry);
