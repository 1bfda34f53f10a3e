using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.Plans;

/// <summary>The brand's push plans, in one partition, and the pause of the brand.</summary>
public sealed class PushPlansTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("PushPlans"), retry);
