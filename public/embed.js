// stub
console.log(PLAYER);
