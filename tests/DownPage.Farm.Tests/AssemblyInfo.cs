// One more than the machine has processors, mostly: what these tests do is waiting.
[assembly: Parallelize(Workers = 3, Scope = ExecutionScope.MethodLevel)]
