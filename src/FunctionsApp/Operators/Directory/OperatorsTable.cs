using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Directory;

/// <summary>One partition with the roster, and a row for each token and each session.</summary>
public sealed class OperatorsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Operators"), retry);
